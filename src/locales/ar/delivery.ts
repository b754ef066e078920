/** Purpose: what is said when something could not be sent, or came late; in Arabic. */
export const delivery = {
  'delivery.refused.gone':
    'لم يعد بإمكاني الكتابة في {place}: حُذفت القناة أو أُرشفت. لن يُرسل ما كان مقررًا لها. اختر مكانًا آخر بالأمر <code>/reminder</code>.',
  'delivery.refused.not-a-member': 'لا أستطيع الكتابة في {place}: لم أعد عضوًا فيها. ادعُني من جديد وسيُرسل ما يأتي بعد ذلك.',
  'delivery.refused.blocked': 'لا أستطيع مراسلة {place} على انفراد: الرسائل المباشرة مني مغلقة. لن يُرسل ما كان مقررًا.',
  'delivery.refused.not-allowed':
    'لا أستطيع الكتابة في {place}: لا يُسمح لي بذلك. اطلب من المسؤول عن القناة السماح لي وسيُرسل ما يأتي بعد ذلك.',
  'delivery.refused.too-large': 'كانت رسالة إلى {place} طويلة جدًا فلم تُرسل. اختصر وصف الموعد من فضلك.',
  'delivery.late-words': 'متأخر: كان موعده {due}.',
  'delivery.late': 'متأخر: كان موعد هذا {due}، وكان Plenary متوقفًا.',
}
