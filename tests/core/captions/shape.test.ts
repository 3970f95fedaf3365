import { describe, expect, test } from 'vitest';
import { missingPhoto } from '#core/article/story';
import { findDates } from '#core/captions/dates';
import { daysBetween, metaDate, metaValues } from '#core/captions/metadata';
import { findPeople } from '#core/captions/people';
import { compatiblePlaces, findPlaces, knownPlace } from '#core/captions/places';
import { captionShape } from '#core/captions/shape';
import { finiteVerbs, hasFiniteVerb } from '#core/captions/verbs';

describe('verbs', () => {
  test.each([
    'Reis meets Lee',
    'Police stand guard',
    'Firefighters extinguish a fire',
    'Officers pass by a shop',
    'Two men hold each other',
    'Reis insists he knew',
    'The report covers all ships',
    'A band touted its songs',
    'Reis, left, talks with Lee',
    'It’s part of the pier',
    'Get a ticket at the pier',
  ])('%s has one', (text) => {
    expect(hasFiniteVerb(text)).toBe(true);
  });
  test.each([
    'Ana Reis, Jo Lee, Oct. 13, 2009',
    'The route of the walk',
    'William Burns on the White House grounds',
    'The new harbour building',
    'A ship under a red flag in the harbour',
    'Ana Reis at her desk',
    'One of the first series to break with custom',
  ])('%s has none', (text) => {
    expect(finiteVerbs(text)).toEqual([]);
  });
});

describe('people', () => {
  test.each([
    ['Ana Reis and Thomas Lee wave.', ['Ana Reis', 'Thomas Lee']],
    ['Foreign Minister Sergei Lavrov speaks.', ['Sergei Lavrov']],
    ['President Obama waves.', ['Obama']],
    ['Jeon Kim, left, waves.', ['Jeon Kim']],
    ['John M. Ford in 1987.', ['John M. Ford']],
    ['The Very Large Array in New Mexico', []],
    ['The Golden Gate Bridge in San Francisco', []],
    ['The New York Times building', []],
    ['Ana Reis’s pier', ['Ana Reis']],
  ])('%s', (text, names) => {
    const people = findPeople(text);
    expect(people.map((person) => person.text)).toEqual(names);
    for (const person of people) expect(text.slice(person.start, person.end)).toBe(person.text);
  });
});

describe('places and dates', () => {
  test('known places fold their spellings', () => {
    expect(knownPlace('Kiev')).toBe('Kyiv');
    expect(compatiblePlaces('Paris', 'France')).toBe(true);
    expect(compatiblePlaces('Paris', 'Moscow')).toBe(false);
    expect(findPlaces('Ana Reis in Moscow').map((place) => place.known)).toEqual(['Moscow']);
    expect(findPlaces('A waiter at the training center').map((place) => place.text)).toEqual([
      'center',
    ]);
    expect(findPlaces('Paris Hilton waves in May')).toEqual([]);
  });

  test.each([
    ['Oct. 13, 2009', { year: 2009, month: 10, day: 13 }],
    ['13 October 2009', { year: 2009, month: 10, day: 13 }],
    ['May 2019', { year: 2019, month: 5, day: null }],
    ['2009-10-13', { year: 2009, month: 10, day: 13 }],
    ['Monday', { weekday: 'monday' }],
    ['in 1987', { year: 1987 }],
  ])('%s is a date', (text, fields) => {
    expect(findDates(text)).toEqual([expect.objectContaining(fields)]);
  });
  test.each(['It may rain', 'they march 5 miles', '#2009', '2000 people'])('%s is none', (text) => {
    expect(findDates(text)).toEqual([]);
  });

  test('a caption’s shape', () => {
    const shape = captionShape(
      'Ana Reis, left, meets Jo Lee in Lisbon, Portugal, on Oct. 13, 2009.',
    );
    expect(shape.people.map((person) => person.text)).toEqual(['Ana Reis', 'Jo Lee']);
    expect(shape.positions).toHaveLength(1);
    expect(shape.verbs.map((verb) => verb.text)).toContain('meets');
    expect(shape.places.map((place) => place.known)).toEqual(['Lisbon', 'Portugal']);
    expect(shape.dates).toHaveLength(1);
    expect(shape.mug).toBe(false);
    expect(captionShape('Ana Reis').mug).toBe(true);
  });
});

describe('metadata', () => {
  test('XMP counts before IIM before EXIF; blank values do not count', () => {
    const photo = {
      ...missingPhoto('p', 'a.jpg'),
      metadata: {
        creator: { xmp: ['Jane Roe'], iim: ['Tom Day'] },
        source: { xmp: [' '], iim: ['AFP'] },
      },
    };
    expect(metaValues(photo, 'creator')).toEqual(['Jane Roe']);
    expect(metaValues(photo, 'source')).toEqual(['AFP']);
    expect(metaValues(photo, 'headline')).toEqual([]);
    expect(metaValues(null, 'creator')).toEqual([]);
  });

  test.each([
    ['20091013', { year: 2009, month: 10, day: 13, hour: null }],
    ['2009:10:13 22:10:00', { year: 2009, month: 10, day: 13, hour: 22 }],
    ['2009-10-13T08:00:00Z', { year: 2009, month: 10, day: 13, hour: 8 }],
    ['0000:00:00', null],
    ['soon', null],
  ])('%s', (text, date) => {
    expect(metaDate(text)).toEqual(date);
  });

  test('days between calendar dates', () => {
    expect(daysBetween({ year: 2008, month: 2, day: 28 }, { year: 2008, month: 3, day: 1 })).toBe(
      2,
    );
  });
});
