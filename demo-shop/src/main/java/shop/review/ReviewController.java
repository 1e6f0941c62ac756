package shop.review;

import dev.orm.error.UniqueViolationException;
import shop.form.FormAnswer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form and the buttons of reviews. */
@Controller
class ReviewController {

	private final Reviews reviews;

	private final ReviewForms forms;

	ReviewController(Reviews reviews, ReviewForms forms) {
		this.reviews = reviews;
		this.forms = forms;
	}

	@GetMapping("/products/{id}/reviews/new")
	String form(@PathVariable long id, Model model) {
		model.addAttribute("form", this.forms.of(id));
		return "form";
	}

	@PostMapping("/products/{id}/reviews")
	ModelAndView post(@PathVariable long id, @RequestParam MultiValueMap<String, String> given,
			RedirectAttributes carried) {
		return FormAnswer.of(this.forms.post(id, given), "/products/" + id + "#reviews", carried);
	}

	@PostMapping("/reviews/{id}/delete")
	String delete(@PathVariable long id) {
		return page(this.reviews.delete(id).product());
	}

	@PostMapping("/reviews/{id}/restore")
	String restore(@PathVariable long id, RedirectAttributes model) {
		long product = this.reviews.productOfDeleted(id);
		try {
			this.reviews.restore(id);
		}
		catch (UniqueViolationException ex) {
			model.addFlashAttribute("problem", "The customer has written another review meanwhile. Delete that first.");
		}
		return page(product);
	}

	private static String page(long product) {
		return "redirect:/products/" + product + "#reviews";
	}

}
