package shop.comment;

import dev.orm.validate.InvalidInstanceException;
import jakarta.servlet.http.HttpServletResponse;
import shop.web.RequestUser;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of comments. */
@Controller
class CommentController {

	private final Comments comments;

	private final RequestUser user;

	CommentController(Comments comments, RequestUser user) {
		this.comments = comments;
		this.user = user;
	}

	@GetMapping("/comments")
	String newest(Model model) {
		return page(new CommentRequest(Subject.PRODUCT, 1, this.user.get().orElse(""), ""), model);
	}

	@PostMapping("/comments")
	String post(@RequestParam Subject on, @RequestParam long number, @RequestParam String author,
			@RequestParam String text, Model model, HttpServletResponse response) {
		CommentRequest request = new CommentRequest(on, number, author, text);
		try {
			this.comments.post(request);
			return "redirect:" + on.page(number) + "#comments";
		}
		catch (InvalidInstanceException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("problems", ex.errors().byField());
			return page(request, model);
		}
	}

	private String page(CommentRequest request, Model model) {
		model.addAttribute("form", request);
		model.addAttribute("comments", this.comments.newest());
		return "comments";
	}

}
