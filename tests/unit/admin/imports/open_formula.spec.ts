import { test } from '@japa/runner'
import { textCell, workbook } from '#tests/functional/admin/import_workbook'
import { openFormula } from '#atrium/interfaces/admin/imports/open_formula'

const worked = '<c r="A1"><f>1+1</f><v>2</v></c>'
const open = '<c r="C9" s="1"><f>SUM(A1:A8)</f></c>'

function rows(...cells: string[]) {
  return cells.map((cell, index) => `<row r="${index + 1}">${cell}</row>`).join('')
}

test.group('Formulas of a workbook', () => {
  test('that were worked out, to nothing too, are fine', async ({ assert }) => {
    const cells = [worked, '<c t="str"><f>""</f><v/></c>', '<c><f t="shared" si="0"/><v>1</v></c>']
    assert.isUndefined(await openFormula(workbook(rows(...cells, textCell('&lt;f&gt; &amp; Co')))))
    assert.isUndefined(await openFormula(workbook('')))
  })

  test('that were not are told by their cell, however far down', async ({ assert }) => {
    assert.equal(await openFormula(workbook(rows(worked, open))), 'C9')
    assert.equal(await openFormula(workbook(rows('<c r="B2"><f ca="1"/></c>'))), 'B2')

    for (const length of [16_000, 16_380, 65_500, 200_000]) {
      const before = Array.from({ length: 40 }, () => worked)
      const far = workbook(rows(...before, textCell('x'.repeat(length)), ...before, open))
      assert.equal(await openFormula(far), 'C9', String(length))
    }
  })

  test('are looked for in the first sheet, and no further than it says that it goes', async ({
    assert,
  }) => {
    const long = rows(textCell('x'.repeat(1_000)), open)
    assert.isUndefined(await openFormula(workbook(long, 500)))
  })

  test('take little time in a large sheet, and in one of a single cell', async ({ assert }) => {
    for (const cells of [
      `<row>${worked}</row>`.repeat(200_000),
      rows(textCell('x'.repeat(50_000_000))),
    ]) {
      const sheet = workbook(cells)
      const started = process.cpuUsage()
      assert.isUndefined(await openFormula(sheet))
      assert.isBelow(process.cpuUsage(started).user, 3_000_000)
    }
  })
})
