package org.doorsopen.notification.deliveries;

/** Why a mail was given up, as it is stored and as the event names it. */
public enum Failure {
  ADDRESS_REFUSED,
  MAIL_REFUSED,
  EXPIRED
}
