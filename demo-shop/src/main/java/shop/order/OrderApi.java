package shop.order;

import java.net.URI;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Orders as JSON. */
@RestController
class OrderApi {

	private final Orders orders;

	OrderApi(Orders orders) {
		this.orders = orders;
	}

	@PostMapping("/api/orders")
	ResponseEntity<OrderDetail> place(@Valid @RequestBody OrderRequest request) {
		Long id = this.orders.place(request);
		return ResponseEntity.created(URI.create("/api/orders/" + id)).body(this.orders.get(id));
	}

	@GetMapping("/api/orders/{id}")
	OrderDetail order(@PathVariable long id) {
		return this.orders.get(id);
	}

}
