/** Purpose: sub-groups with their people, seats, homes and announcements; links between members and spaces; the audit trail. */
import { type Kysely, PostgresAdapter } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await db.schema.alterTable('members').addColumn('person_id', 'integer').execute()
  await db.schema.alterTable('members').addColumn('speaks', 'text').execute()
  await db.schema.createIndex('members_by_person').on('members').columns(['person_id']).execute()
  await createGroups(db)
  await createPeopleOfGroups(db)
  await createHomes(db)
  await createTrust(db)
}

async function createGroups(db: Kysely<unknown>) {
  await numbered(db, 'groups')
    .addColumn('coalition_id', 'integer', column => column.notNull().references('coalitions.id'))
    .addColumn('key', 'text', column => column.notNull())
    .addColumn('name', 'text')
    .addColumn('purpose', 'text', column => column.notNull())
    .addColumn('region', 'text')
    .addColumn('theme', 'text')
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('threshold', 'integer', column => column.notNull())
    .addColumn('sensitive', 'integer', column => column.notNull())
    .addColumn('open_roster', 'integer', column => column.notNull())
    .addColumn('made_at', 'bigint', column => column.notNull())
    .addColumn('reached_at', 'bigint')
    .addColumn('launched_at', 'bigint')
    .addColumn('revision', 'integer', column => column.notNull().defaultTo(0))
    .addUniqueConstraint('groups_key', ['coalition_id', 'key'])
    .execute()
}

async function createPeopleOfGroups(db: Kysely<unknown>) {
  const ofGroup = (name: string) =>
    db.schema
      .createTable(name)
      .addColumn('group_id', 'integer', column => column.notNull().references('groups.id').onDelete('cascade'))
      .addColumn('member_id', 'integer', column => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('person_id', 'integer', column => column.notNull())
  await ofGroup('group_people')
    .addColumn('part', 'text', column => column.notNull())
    .addColumn('since', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('group_people_key', ['group_id', 'member_id'])
    .execute()
  // Counts are read from this index alone, without the rows.
  await db.schema.createIndex('group_people_by_part').on('group_people').columns(['group_id', 'part', 'person_id']).execute()
  await db.schema.createIndex('group_people_by_member').on('group_people').columns(['member_id']).execute()
  await db.schema.createIndex('group_people_by_person').on('group_people').columns(['person_id', 'group_id']).execute()
  await ofGroup('group_seats')
    .addColumn('seat', 'text', column => column.notNull())
    .addColumn('conditional', 'integer', column => column.notNull())
    .addColumn('shown', 'integer', column => column.notNull())
    .addColumn('since', 'bigint', column => column.notNull())
    .addColumn('confirmed_at', 'bigint', column => column.notNull())
    .addColumn('asked_at', 'bigint')
    .addColumn('replaces', 'integer')
    .addPrimaryKeyConstraint('group_seats_key', ['group_id', 'member_id', 'seat'])
    .execute()
  await db.schema.createIndex('group_seats_by_member').on('group_seats').columns(['member_id']).execute()
  await db.schema.createIndex('group_seats_by_person').on('group_seats').columns(['person_id', 'group_id']).execute()
  await db.schema.createIndex('group_seats_by_time').on('group_seats').columns(['seat', 'confirmed_at']).execute()
}

async function createHomes(db: Kysely<unknown>) {
  await numbered(db, 'group_homes')
    .addColumn('coalition_id', 'integer', column => column.notNull().references('coalitions.id'))
    .addColumn('group_id', 'integer', column => column.notNull().references('groups.id').onDelete('cascade'))
    .addColumn('platform', 'text', column => column.notNull())
    .addColumn('space', 'text', column => column.notNull())
    .addColumn('channel', 'text', column => column.notNull())
    .addColumn('role', 'text')
    .addColumn('private', 'integer', column => column.notNull())
    .addColumn('condition', 'text', column => column.notNull())
    .addColumn('added_at', 'bigint', column => column.notNull())
    .addUniqueConstraint('group_homes_space', ['group_id', 'platform', 'space'])
    .addUniqueConstraint('group_homes_channel', ['platform', 'space', 'channel'])
    .execute()
  await numbered(db, 'group_drafts')
    .addColumn('coalition_id', 'integer', column => column.notNull().references('coalitions.id'))
    .addColumn('group_id', 'integer', column => column.notNull().references('groups.id').onDelete('cascade'))
    .addColumn('member_id', 'integer', column => column.references('members.id').onDelete('cascade'))
    .addColumn('body', 'text', column => column.notNull())
    .addColumn('made_at', 'bigint', column => column.notNull())
    .addColumn('sent_at', 'bigint')
    .execute()
  await db.schema.createIndex('group_drafts_by_member').on('group_drafts').columns(['member_id']).execute()
  await db.schema
    .createTable('web_channel_people')
    .addColumn('channel_id', 'text', column => column.notNull().references('web_channels.id').onDelete('cascade'))
    .addColumn('user_id', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('web_channel_people_key', ['channel_id', 'user_id'])
    .execute()
  await db.schema
    .alterTable('web_channels')
    .addColumn('private', 'integer', column => column.notNull().defaultTo(0))
    .execute()
}

async function createTrust(db: Kysely<unknown>) {
  await db.schema
    .createTable('link_codes')
    .addColumn('code_hash', 'text', column => column.primaryKey())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('coalition_id', 'integer', column => column.notNull().references('coalitions.id'))
    .addColumn('member_id', 'integer', column => column.references('members.id').onDelete('cascade'))
    .addColumn('expires_at', 'bigint', column => column.notNull())
    .execute()
  await db.schema.createIndex('link_codes_by_member').on('link_codes').columns(['member_id']).execute()
  await numbered(db, 'audit')
    .addColumn('coalition_id', 'integer', column => column.notNull().references('coalitions.id'))
    .addColumn('at', 'bigint', column => column.notNull())
    .addColumn('actor', 'text')
    .addColumn('deed', 'text', column => column.notNull())
    .addColumn('subject', 'text', column => column.notNull())
    .execute()
  await db.schema.createIndex('audit_by_time').on('audit').columns(['coalition_id', 'id']).execute()
  await db.schema.createIndex('audit_by_actor').on('audit').columns(['actor']).execute()
}

const numbered = (db: Kysely<unknown>, name: string) => {
  const table = db.schema.createTable(name)
  return db.getExecutor().adapter instanceof PostgresAdapter
    ? table.addColumn('id', 'serial', column => column.primaryKey())
    : table.addColumn('id', 'integer', column => column.primaryKey().autoIncrement())
}
