package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.NewMail;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kind of mail that nothing queues would have its words, its row and its picture, unnoticed. */
class MailKindsTest {

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.doorsopen.notification");

  @ParameterizedTest
  @EnumSource
  void areQueuedBySomeHandlerOrJob(MailKind kind) {
    assertThat(SERVICE.stream().filter(MailKindsTest::makesMails).map(JavaClass::getCodeUnits))
        .flatMap(codeUnits -> codeUnits)
        .filteredOn(codeUnit -> names(codeUnit, kind) && isUsed(codeUnit))
        .as("code that makes a mail of kind %s and is called", kind)
        .isNotEmpty();
  }

  private static boolean makesMails(JavaClass type) {
    return type.getConstructorCallsFromSelf().stream()
        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(NewMail.class));
  }

  private static boolean names(JavaCodeUnit codeUnit, MailKind kind) {
    return codeUnit.getFieldAccesses().stream()
        .filter(access -> access.getTargetOwner().isEquivalentTo(MailKind.class))
        .anyMatch(access -> access.getName().equals(kind.name()));
  }

  private static boolean isUsed(JavaCodeUnit codeUnit) {
    return !codeUnit.getAccessesToSelf().isEmpty();
  }
}
