import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import { BaseCommand } from '@adonisjs/core/ace'

import { askInTerminal, givenAnswers, type Question } from '#atrium/migrations/main'

class Asking extends BaseCommand {
  static commandName = 'asking'
}

const rename: Question = {
  id: 'rename:stones.colour',
  kind: 'rename',
  message: 'stones.colour went. Has it another name?',
  choices: [
    { value: 'color', label: 'It is called color now' },
    { value: 'drop', label: 'It goes', losesData: true },
  ],
  rows: 2,
}

const fill: Question = {
  id: 'fill:stones.weight',
  kind: 'fill',
  message: 'stones.weight must not be empty',
  choices: [{ value: '0', label: 'Zero' }],
  open: { what: 'SQL', example: 'length(colour)' },
  rows: 2,
  examples: ['red', 'grey'],
}

test.group('Questions at the terminal', () => {
  test('are asked one after the other, with choices or for SQL', async ({ assert }) => {
    const command = await ace.create(Asking, [])
    command.ui.switchMode('raw')
    command.prompt.trap(rename.message).chooseOption(0)
    command.prompt.trap(fill.message).chooseOption(1)
    command.prompt
      .trap('SQL, such as length(colour)')
      .assertFails('  ')
      .assertPasses('1')
      .replyWith('length(colour) * 2')

    assert.deepEqual(await askInTerminal(command, [rename, fill]), {
      'rename:stones.colour': 'color',
      'fill:stones.weight': 'length(colour) * 2',
    })
    assert.deepEqual(
      command.logger.getLogs().map(({ message }) => message),
      ['Some of them: red, grey']
    )
  })

  test('that only SQL answers say what they are about', async ({ assert }) => {
    const command = await ace.create(Asking, [])
    command.ui.switchMode('raw')
    command.prompt.trap('SQL, such as length(colour)').replyWith('1')

    const answers = await askInTerminal(command, [{ ...fill, choices: [], examples: undefined }])
    assert.deepEqual(answers, { 'fill:stones.weight': '1' })
    assert.equal(command.logger.getLogs()[0].message, fill.message)
  })

  test('are answered in advance on the command line', ({ assert }) => {
    assert.deepEqual(givenAnswers(['rename:a.b=c', "fill:a.c='x=y, z'", 'fill:a.d=']), {
      'rename:a.b': 'c',
      'fill:a.c': "'x=y, z'",
      'fill:a.d': '',
    })
  })
})
