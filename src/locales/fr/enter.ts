/** Purpose: the page of the one-time link. */
export const enter = {
  'enter.button': 'Entrer dans le chat',
  'enter.used': 'Ce lien a déjà servi ou a expiré. Demandez-en un nouveau à la personne qui gère Plenary.',
}
