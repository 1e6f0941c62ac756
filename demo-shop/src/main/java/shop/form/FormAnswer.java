package shop.form;

import java.util.Map;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a browser gets for a form that it sent. */
public final class FormAnswer {

	private FormAnswer() {
	}

	/**
	 * Go on to a page, which says that it is done, or show the form again.
	 * @param refused the form with what is wrong; empty for nothing
	 * @param next the address to go on to
	 * @param carried what the next page is handed
	 */
	public static ModelAndView of(Optional<FormPage> refused, String next, RedirectAttributes carried) {
		return refused.map((form) -> again(form, HttpStatus.BAD_REQUEST)).orElseGet(() -> {
			carried.addFlashAttribute("done", "Saved.");
			return new ModelAndView("redirect:" + next);
		});
	}

	/** Show a form again. */
	public static ModelAndView again(FormPage form, HttpStatus status) {
		return new ModelAndView("form", Map.of("form", form), status);
	}

}
