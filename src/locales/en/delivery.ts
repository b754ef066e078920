/** Purpose: what is said when something could not be sent, or came late. */
export const delivery = {
  'delivery.refused.gone':
    'I can’t post in {place} any more: it was deleted or archived. What was planned for it is not sent. Choose another place with <code>/reminder</code>.',
  'delivery.refused.not-a-member': 'I can’t post in {place}: I am not in it any more. Invite me again; what comes after that is sent.',
  'delivery.refused.blocked':
    'I can’t write to {place} in private: direct messages from me are closed there. What was planned for it is not sent.',
  'delivery.refused.not-allowed':
    'I can’t post in {place}: I am not allowed to. Ask whoever runs that channel to let me post; what comes after that is sent.',
  'delivery.refused.too-large': 'A message for {place} was too large and was not sent. Please shorten the description of its date.',
  'delivery.late-words': 'Late: this was due {due}.',
  'delivery.late': 'Late: this was due {due}; Plenary was not running.',
}
