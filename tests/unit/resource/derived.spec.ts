import { test } from '@japa/runner'
import { Model, field } from '#atrium/model/main'
import { belongsTo, manyToMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, ManyToMany } from '@adonisjs/lucid/types/relations'
import { Resource, ResourceRegistry, defineResource } from '#atrium/resource/main'

class Person extends Model {
  @field.id()
  declare id: number

  @field.string()
  declare fullName: string

  @field.email()
  declare email: string

  @field.text({ hidden: true, nullable: true })
  declare password: string | null
}

class Label extends Model {
  @field.id()
  declare id: number

  @field.string({ unique: true })
  declare name: string
}

class BlogPost extends Model {
  @field.id()
  declare id: number

  @field.foreignKey(() => Person)
  declare writerId: number

  @field.foreignKey(() => Person, { nullable: true })
  declare reviewerId: number | null

  @field.text({ format: 'markdown' })
  declare body: string

  @field.string()
  declare headline: string

  @field.enum(['draft', 'in_review'], { labels: { draft: 'A draft' } })
  declare status: 'draft' | 'in_review'

  @belongsTo(() => Person, { foreignKey: 'writerId' })
  declare writer: BelongsTo<typeof Person>

  @manyToMany(() => Label)
  declare labels: ManyToMany<typeof Label>
}

/** Resources that know of each other. */
function together(...all: Resource<any>[]) {
  const registry = new ResourceRegistry()
  for (const resource of all) registry.add(resource)
  return all
}

test.group('What a model alone says of its resource', () => {
  test('names, and what one and several rows are called', ({ assert }) => {
    const [posts] = together(defineResource(BlogPost))

    assert.equal(posts.name, 'blog_posts')
    assert.equal(posts.label, 'Blog post')
    assert.equal(posts.labelPlural, 'Blog posts')
  })

  test('fields with labels, choices and what people may set', ({ assert }) => {
    const [posts] = together(defineResource(BlogPost), defineResource(Person))
    const { id, writerId, status } = Object.fromEntries(posts.fields)

    assert.isFalse(id.isSettable)
    assert.equal(writerId.label, 'Writer')
    assert.equal(writerId.kind, 'id')
    assert.deepEqual(status.choices, [
      { value: 'draft', label: 'A draft' },
      { value: 'in_review', label: 'In review' },
    ])
  })

  test('the field by which people know a row, else the first short text', ({ assert }) => {
    const [posts, people, labels] = together(
      defineResource(BlogPost),
      defineResource(Person),
      defineResource(Label)
    )

    assert.equal(labels.title?.name, 'name')
    assert.equal(people.title?.name, 'email')
    assert.equal(posts.title?.name, 'headline')
  })

  test('relations in both directions, whether or not the model names them', ({ assert }) => {
    const [posts, people, labels] = together(
      defineResource(BlogPost),
      defineResource(Person),
      defineResource(Label)
    )

    assert.sameMembers([...posts.relations.keys()], ['writer', 'reviewer', 'labels'])
    assert.sameMembers([...people.relations.keys()], ['blogPostsAsWriter', 'blogPostsAsReviewer'])
    assert.equal(labels.relation('blogPosts').type, 'manyToMany')
    assert.equal(labels.relation('blogPosts').target, posts)
  })

  test('a relation to what is no resource is none', ({ assert }) => {
    const [posts] = together(defineResource(BlogPost))

    assert.isEmpty([...posts.relations.keys()])
    assert.throws(() => posts.relation('writer'), /no relation "writer"/)
  })

  test('short columns for the list, the title first, hidden ones never', ({ assert }) => {
    const [posts, people] = together(defineResource(BlogPost), defineResource(Person))

    assert.deepEqual(posts.listColumns, ['headline', 'writer', 'reviewer', 'status'])
    assert.deepEqual(people.listColumns, ['email', 'fullName'])
  })

  test('the latest first, and a search in what tells rows apart', ({ assert }) => {
    const [posts, people] = together(defineResource(BlogPost), defineResource(Person))

    assert.deepEqual(posts.sort, [{ path: ['id'], direction: 'desc' }])
    assert.deepEqual(people.searchPaths, [['fullName'], ['email']])
  })

  test('a form of what people may set', ({ assert }) => {
    const [posts] = together(
      defineResource(BlogPost),
      defineResource(Person),
      defineResource(Label)
    )

    assert.deepEqual(posts.form, [
      {
        sections: [
          {
            columns: 1,
            names: ['writerId', 'reviewerId', 'body', 'headline', 'status', 'labels'],
          },
        ],
      },
    ])
  })
})

test.group('What is said of a resource', () => {
  test('lays the form out in tabs and sections', ({ assert }) => {
    const [posts] = together(
      defineResource(BlogPost, {
        form: [
          'headline',
          { tab: 'More', parts: ['body', { section: 'Who', fields: ['writer'] }] },
        ],
      }),
      defineResource(Person)
    )

    assert.deepEqual(posts.form, [
      { sections: [{ columns: 1, names: ['headline'] }] },
      {
        label: 'More',
        sections: [
          { columns: 1, names: ['body'] },
          { label: 'Who', help: undefined, columns: 1, names: ['writerId'] },
        ],
      },
    ])
  })

  test('about what there is not is an error that names it', ({ assert }) => {
    const [posts] = together(defineResource(BlogPost, { title: 'nothing' as any }))

    assert.throws(() => posts.title, /"blog_posts" has no field "nothing" for its title/)
  })

  test('twice under one name is an error', ({ assert }) => {
    assert.throws(
      () => together(defineResource(Label), defineResource(Label)),
      /Two resources are named "labels"/
    )
  })
})
