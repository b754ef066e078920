/** Purpose: what went wrong and what to do next. The marks \u200e keep what is typed from being turned around between Arabic words. */
export const errors = {
  'error.unexpected':
    'حدث خطأ من جهتنا. يُرجى المحاولة مجددًا بعد لحظات. وإذا تكرر الخطأ، يُرجى إرسال هذا الرقم المرجعي إلى من يدير Plenary: {reference}',
  'error.unknown-command': 'لا يوجد أمر باسم «{word}». لمعرفة ما يقدمه Plenary، يمكنك كتابة \u200e<code>/plenary help</code>\u200e.',
  'error.unknown-command-meant': 'لا يوجد أمر باسم «{word}». هل المقصود \u200e{command}\u200e؟',
  'error.unknown-action': 'لا أعرف «{word}» بعد \u200e{command}\u200e. المتاح: \u200e{actions}\u200e.',
  'error.unknown-option': 'لا يوجد «{typed}:» هنا. المتاح: \u200e{options}\u200e',
  'error.unknown-option-meant':
    'لا توجد تصفية باسم «\u200e{typed}:\u200e». هل المقصود «\u200e{option}:\u200e»؟ يمكنك تجربة \u200e{corrected}\u200e',
  'error.too-many-words':
    'لم أفهم المطلوب من «{word}». توضع القيمة المكوّنة من عدة كلمات بين علامتي اقتباس: \u200e<code>place:"New York"</code>\u200e',
  'error.option-missing': 'ينقص شيء: {option} ({about}).',
  'error.option-too-long': 'أقصى عدد للأحرف في {option} هو {max}، وهنا {length}. يُرجى الاختصار قليلًا.',
  'error.option-wrong': 'القيمة «{given}» لا تناسب {option} ({about}).',
  'error.option-choice': 'القيمة «{given}» لا تناسب {option}. الخيارات المتاحة: {choices}.',
  'error.role': 'هذا متاح لدور «{needed}» فما فوق، ودورك هو «{role}». يمكنك طلبه من فريق التنسيق عند الحاجة.',
  'error.not-shareable': 'هذا الجواب لك وحدك، ولا يمكن مشاركته في قناة.',
  'error.place-unknown':
    'لا أعرف المكان «{given}». يمكنك كتابة بلد أو مدينة أو منطقة، مثل \u200e<code>place:sweden</code>\u200e أو \u200e<code>region:europe</code>\u200e.',
  'error.theme-unknown': 'لا يوجد موضوع باسم «{given}». كل المواضيع هنا: \u200e<code>/library themes</code>\u200e.',
  'error.entry-unknown': 'لا توجد مادة برقم «{id}». يمكنك البحث عنها بكلماتك: \u200e<code>/library</code>\u200e ثم ما تريد.',
  'error.zone-unknown':
    'لا أعرف المنطقة الزمنية «{given}». يمكنك كتابة مدينة كبيرة تقع فيها، مثل \u200e<code>/my timezone Nairobi</code>\u200e.',
  'error.year-wrong': 'القيمة «{given}» ليست سنة. مثال صحيح: \u200e<code>year:2016</code>\u200e.',
}
