package org.doorsopen.schedule.imports;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.imports.domain.ReadAnnouncement;
import org.doorsopen.web.problems.BadBody;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows organizers what was read from the announcement that they pasted; it is not kept. */
@Controller
@Hidden
class ImportPageController {

  private final Imports imports;
  private final Words words;

  ImportPageController(Imports imports, Words words) {
    this.imports = imports;
    this.words = words;
  }

  @GetMapping("/desk/meetups/import")
  ModelAndView form() {
    return asked("", false, HttpStatus.OK);
  }

  @PostMapping("/desk/meetups/import")
  ModelAndView read(@RequestParam Map<String, String> form, Locale locale) {
    String text = form.getOrDefault("text", "");
    if (form.containsKey("again")) {
      return asked(text, false, HttpStatus.OK);
    }
    ReadAnnouncement read;
    try {
      read = imports.read(text, Imports.formOf(text));
    } catch (BadBody bad) {
      return asked(text, true, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    ImportPage page =
        ImportPage.of(
            text, Placements.of(form).applied(read), form.containsKey("placed"), words.in(locale));
    return new ModelAndView("desk-imported", Map.of("page", page));
  }

  private static ModelAndView asked(String text, boolean isWrong, HttpStatus status) {
    return new ModelAndView("desk-import", Map.of("text", text, "wrong", isWrong), status);
  }
}
