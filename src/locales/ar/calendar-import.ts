/** Purpose: bringing in the dates of another calendar, in Arabic. */
export const calendarImport = {
  'date.import.summary': 'استيراد مواعيد من تقويم آخر (ICS)',
  'date.option.file': 'عنوان التقويم على الويب، أو نصه كاملًا من BEGIN:VCALENDAR إلى END:VCALENDAR',
  'date.button.import-save': 'نعم، استوردها',
  'date.import.ask':
    '{fresh, plural, =0 {لا مواعيد جديدة} zero {لا مواعيد جديدة} one {موعد جديد واحد} two {موعدان جديدان} few {# مواعيد جديدة} many {# موعدًا جديدًا} other {# موعد جديد}}{changed, plural, =0 {} zero {} one {، وموعد واحد سيتغيّر} two {، وموعدان سيتغيّران} few {، و# مواعيد ستتغيّر} many {، و# موعدًا سيتغيّر} other {، و# موعد سيتغيّر}}{same, plural, =0 {} zero {} one {، وموعد واحد موجود في التقويم} two {، وموعدان موجودان في التقويم} few {، و# مواعيد موجودة في التقويم} many {، و# موعدًا موجودًا في التقويم} other {، و# موعد موجود في التقويم}}. هل أحفظ ذلك؟',
  'date.import.nothing':
    'لا شيء يُستورد{same, plural, =0 {} zero {} one {: موعده الوحيد موجود في التقويم} two {: موعداه موجودان في التقويم} few {: مواعيده الـ# موجودة في التقويم} many {: مواعيده الـ# موجودة في التقويم} other {: مواعيده الـ# موجودة في التقويم}}.',
  'date.import.other-now': 'تغيّر التقويم منذ أن رأيته.',
  'date.import.changes': 'يغيّر {ref}',
  'date.import.more': 'و{count} غيرها',
  'date.import.left-out':
    '{count, plural, zero {لا شيء يبقى خارجًا} one {إدخال واحد يبقى خارجًا} two {إدخالان يبقيان خارجًا} few {# إدخالات تبقى خارجًا} many {# إدخالًا يبقى خارجًا} other {# إدخال يبقى خارجًا}}',
  'date.imported':
    '{added, plural, =0 {لم يُستورد أي موعد جديد} zero {لم يُستورد أي موعد جديد} one {استُورد موعد جديد واحد} two {استُورد موعدان جديدان} few {استُوردت # مواعيد جديدة} many {استُورد # موعدًا جديدًا} other {استُورد # موعد جديد}}{changed, plural, =0 {} zero {} one {، وحُدّث موعد واحد} two {، وحُدّث موعدان} few {، وحُدّثت # مواعيد} many {، وحُدّث # موعدًا} other {، وحُدّث # موعد}}.',
  'date.import-unclear': 'هذا ليس ملف تقويم. أعطِ عنوانه على الويب، أو ألصق نصه كاملًا من BEGIN:VCALENDAR إلى END:VCALENDAR.',
  'date.import.why.no-title': 'ليس له عنوان',
  'date.import.why.no-day': 'لا يمكن قراءة يومه',
  'date.import.why.rule': 'يتكرر بطريقة لا أعرفها',
  'date.import.why.zone': 'منطقته الزمنية غير معروفة، فقد تكون الساعة خاطئة',
  'date.import.why.changed-day': 'يغيّر يومًا واحدًا من سلسلة؛ والسلسلة تُستورد كاملة',
  'date.import.why.cancelled': 'أُلغي',
  'date.import.why.over': 'انتهى',
  'date.import.why.too-many': 'لا يُستورد أكثر من 500 في المرة',
  'date.import.address-wrong': 'لا أستطيع قراءة «{given}». أعطِ عنوانًا يبدأ بـ https:// أو webcal://، من دون كلمة مرور.',
  'date.import.not-public': 'لا أقرأ إلا التقاويم المنشورة على الإنترنت؛ و{host} ليس منها.',
  'date.import.too-large': 'التقويم في {host} أكبر من 2 ميغابايت. اطلب تقويمًا أصغر، أو استورد جزءًا منه.',
  'date.import.too-slow': 'لم يردّ {host} خلال 10 ثوانٍ. حاول لاحقًا.',
  'date.import.no-answer': 'لا يعطي {host} تقويمًا على هذا العنوان. تحقق منه، ومن أنه يُقرأ من دون تسجيل الدخول.',
}
