package shop.review;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The buttons beside reviews. */
@Controller
class ReviewController {

	private final Reviews reviews;

	ReviewController(Reviews reviews) {
		this.reviews = reviews;
	}

	@PostMapping("/reviews/{id}/delete")
	String delete(@PathVariable long id) {
		return "redirect:/products/" + this.reviews.delete(id).product() + "?deleted=" + id;
	}

	@PostMapping("/reviews/{id}/restore")
	String restore(@PathVariable long id) {
		return "redirect:/products/" + this.reviews.restore(id).product();
	}

}
