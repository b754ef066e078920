/** Purpose: what is said when something could not be sent, or came late; in Arabic. */
export const delivery = {
  'delivery.refused.gone':
    'لم يعد بإمكاني الكتابة في {place}: حُذفت القناة أو أُرشفت. لن يُرسل ما كان مقررًا لها. لاختيار مكان آخر: \u200e<code>/reminder</code>\u200e.',
  'delivery.refused.not-a-member': 'لا أستطيع الكتابة في {place}: لم أعد في هذه القناة. يُرجى دعوتي من جديد، وسيُرسل ما يأتي بعد ذلك.',
  'delivery.refused.blocked': 'لا أستطيع مراسلة {place} على انفراد: الرسائل المباشرة مني مغلقة. لن يُرسل ما كان مقررًا.',
  'delivery.refused.not-allowed':
    'لا أستطيع الكتابة في {place}: لا يُسمح لي بذلك. يُرجى أن تطلب ممن يدير القناة السماح لي، وسيُرسل ما يأتي بعد ذلك.',
  'delivery.refused.too-large': 'كانت رسالة إلى {place} طويلة جدًا فلم تُرسل. يُرجى اختصار وصف الموعد.',
  'delivery.late-words': 'متأخر: كان موعده {due}.',
  'delivery.late': 'متأخر: كان موعده {due}، وكان Plenary متوقفًا.',
}
