package shop.review;

import java.net.URI;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reviews as JSON. What the model refuses is answered by the ORM's own problems. */
@RestController
class ReviewApi {

	private final Reviews reviews;

	ReviewApi(Reviews reviews) {
		this.reviews = reviews;
	}

	@PostMapping("/api/products/{product}/reviews")
	ResponseEntity<ReviewDetail> post(@PathVariable long product, @Valid @RequestBody ReviewRequest request) {
		ReviewDetail review = this.reviews.post(product, request);
		return ResponseEntity.created(URI.create("/api/reviews/" + review.id())).body(review);
	}

	@GetMapping("/api/reviews/{id}")
	ReviewDetail review(@PathVariable long id) {
		return this.reviews.get(id);
	}

	@DeleteMapping("/api/reviews/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable long id) {
		this.reviews.delete(id);
	}

	@PostMapping("/api/reviews/{id}/restore")
	ReviewDetail restore(@PathVariable long id) {
		return this.reviews.restore(id);
	}

}
