/**
 * What the people of the demo say to each other, by article. Each comment comes some hours after
 * the one before it.
 */
export const comments: Record<string, [author: string, body: string][]> = {
  'welcome-to-the-hall': [
    ['oskar', 'Good to be here. Is there a custom for letters that turn into articles?'],
    ['mira', 'The custom is to post them. **Both**, if you can.'],
    ['noor', 'The echo in here is very good already.'],
  ],
  'a-short-guide-to-markdown': [
    ['leon', 'Footnotes work as well, by the way. I found out by accident.'],
    ['yuki', 'And `~~~` in place of the backticks, for code that has backticks in it.'],
    ['mira', 'I knew neither. Thank you both.'],
  ],
  'the-sourdough-that-waits-for-you': [
    ['noor', 'Made it twice. The second one even rose.'],
    [
      'yuki',
      'My kitchen is at 17 degrees. What did you change?\n\n- more starter?\n- a longer first evening?',
    ],
    ['amara', 'A longer first evening: two hours on the counter before the fridge.'],
    ['yuki', 'That was it. Thank you!'],
  ],
  'an-index-is-a-promise': [
    [
      'leon',
      'The order of the columns deserves a paragraph of its own:\n\n```sql\n-- helps both\ncreate index on articles (author_id, published_at);\n-- helps only one\ncreate index on articles (published_at, author_id);\n```',
    ],
    ['tobias', 'It does. That is the next article, then.'],
    ['yuki', 'We found six at zero after reading this. Six!'],
  ],
  'watching-swifts': [
    ['amara', 'Ours came on the seventh. Two days for how many kilometres?'],
    ['noor', 'For a swift, an hour or so. They must have stopped to look at your tomatoes.'],
  ],
  'naming-things': [
    ['tobias', '> If it sounds like a parts list, go on.\n\nThis hangs above my desk now.'],
    ['mira', 'It is the same with headings.'],
    ['yuki', 'I renamed a `DataManager` today. It was a calendar.'],
  ],
  'a-weekend-of-letterpress': [
    ['mira', 'Is it the *n* that is a *u*?'],
    ['ines', 'It is. You are the first.'],
  ],
  'night-trains-a-packing-list': [
    ['noor', 'The clothes peg! I have been holding curtains shut with my foot for ten years.'],
    ['ines', 'What do you do about people who snore?'],
    ['oskar', 'I am told that I am one. So: the second pair of earplugs is for them.'],
  ],
  'backups-you-have-restored': [
    ['leon', 'We had your January. In March.'],
    [
      'mira',
      'As somebody with one laptop and no cluster: does an afternoon with a USB disk count?',
    ],
    ['tobias', 'If you opened the files afterwards, it counts for more than most.'],
  ],
  'keyboard-first': [
    ['leon', 'Did it. Got stuck in our own date picker for four minutes.'],
    ['yuki', 'Everybody gets stuck in their own date picker.'],
  ],
  'tomatoes-on-a-balcony': [['noor', 'Thirty litres it is. My back sends its regards.']],
  'how-to-proofread-your-own-text': [
    ['oskar', 'Number four is magic. I had the same word missing in six letters.'],
    ['leon', 'I search for *simply*. It is never simple.'],
  ],
  'coffee-in-three-variables': [
    ['tobias', 'It does not pass.'],
    ['amara', 'It does not pass, but you get used to your friends’ faces.'],
  ],
  'the-cost-of-a-dependency': [
    ['tobias', 'Add the one that changes hands at night and mines coins in the morning.'],
    ['yuki', 'On the other hand I have seen home-made date parsers. I have *written* one.'],
    ['leon', 'Time zones are on the first list for a reason.'],
  ],
  'stars-from-a-light-polluted-street': [
    ['oskar', 'Seven, on the third night. I think.'],
    ['noor', 'On the third night everybody has seven.'],
  ],
  'what-i-learned-from-bad-tests': [
    ['tobias', 'How long did the breaking take for the whole module?'],
    ['yuki', 'An afternoon and two evenings. I should have stopped after the afternoon.'],
    ['leon', 'The mirror got me. Deleting eleven tests tomorrow.'],
  ],
  'repairing-a-chair': [['oskar', 'The envelope under the seat is the best joint in it.']],
  'time-zones-are-politics': [
    ['yuki', 'The lift in our building is an hour off since March. I think I know why.'],
  ],
  'a-letter-a-week': [
    ['mira', 'Number 37 is on my wall.'],
    ['oskar', 'And its answer is on mine.'],
  ],
  'css-you-can-delete': [
    ['leon', '`text-wrap: balance` alone was worth the visit.'],
    ['ines', 'A printer thanks you for the last sentence.'],
  ],
  'the-village-radio': [
    ['noor', 'Can the bell be heard online?'],
    ['oskar', 'No. You have to come.'],
  ],
  'planting-bulbs-in-the-dark': [['ines', '“It knows” is all I ever needed to hear about bulbs.']],
  'ten-questions-before-you-publish': [
    ['leon', 'Number five hurts.'],
    ['tobias', 'I answered nine of them. The draft stays a draft.'],
  ],
}
