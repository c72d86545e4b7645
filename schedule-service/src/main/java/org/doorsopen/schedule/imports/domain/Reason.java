package org.doorsopen.schedule.imports.domain;

/** Why something was read with a doubt; the words of pages and of the API have a key for each. */
public enum Reason {
  /** 03/12/2026 is a day in March or in December. */
  DAY_OR_MONTH,
  YEAR_NOT_SAID,
  WEEKDAY_DIFFERS,
  SEVERAL_DATES,
  SEVERAL_DAYS,
  DATE_FROM_PROSE,
  TITLE_FROM_NAME,
  TITLE_FROM_FIRST_LINE,
  AM_OR_PM,
  KIND_NOT_SAID,
  NAME_OR_TITLE,
  TIME_FROM_AGENDA,
  NO_TIME_OF_DAY,
  SEVERAL_VALUES,
  BIOGRAPHY,
  LEFT_OUT,
  ZONE_OF_MANY,
  PLACE_FROM_PROSE,
  OUT_OF_ORDER,
  TEXT_BELOW,
  TALK_WITHOUT_TIME,
  ROLE_FROM_PROSE,
  NAME_FROM_PROSE,
  ABOUT_AS_MANY,
  MATCHED_BY_SPEAKER,
  TOO_LONG,
  FROM_SENTENCE,
  ONE_OF_SEVERAL
}
