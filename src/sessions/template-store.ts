/** Purpose: the templates that a coalition brought itself. */
import type { Database } from '../database/open.ts'
import { type Template, templateSchema } from './template.ts'

export async function findTemplates(db: Database, coalition: number): Promise<Template[]> {
  const rows = await db.selectFrom('session_templates').select('body').where('coalition_id', '=', coalition).orderBy('id').execute()
  return rows.map(({ body }) => templateSchema.parse(JSON.parse(body)))
}

/** A session that is open keeps the template that it started with. */
export async function saveTemplate(db: Database, coalition: number, template: Template): Promise<void> {
  const body = JSON.stringify(template)
  await db
    .insertInto('session_templates')
    .values({ coalition_id: coalition, id: template.id, body })
    .onConflict(conflict => conflict.columns(['coalition_id', 'id']).doUpdateSet({ body }))
    .execute()
}
