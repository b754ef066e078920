/** Purpose: the page of the one-time link. */
export const enter = {
  'enter.button': 'الدخول إلى الدردشة',
  'enter.used': 'هذا الرابط استُخدم من قبل أو انتهت صلاحيته. يمكنك طلب رابط جديد ممن يدير Plenary.',
}
