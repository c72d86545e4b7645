package org.doorsopen.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.view.ThymeleafView;

/** A template that also has what the layout needs, answered with the headers of a page. */
final class LookView extends ThymeleafView {

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    Map<String, Object> whole = new HashMap<>(model == null ? Map.of() : model);
    whole.put(Looks.NAME, getApplicationContext().getBean(Looks.class).of(request));
    Looks.headers(request, response);
    super.render(whole, request, response);
  }
}
