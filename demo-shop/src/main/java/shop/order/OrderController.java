package shop.order;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import shop.order.OrderForm.Draft;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that take an order and show it. */
@Controller
class OrderController {

	private static final int MOST = 1000;

	private final Orders orders;

	private final OrderForms forms;

	OrderController(Orders orders, OrderForms forms) {
		this.orders = orders;
		this.forms = forms;
	}

	@GetMapping("/orders/new")
	String form(@RequestParam(required = false) @Nullable Long product, Model model) {
		model.addAttribute("form",
				this.forms.fill(Draft.of(null, (product != null) ? List.of(product) : List.of(), List.of())));
		return "order-new";
	}

	@PostMapping("/orders")
	String place(@RequestParam Long customer, @RequestParam List<@Nullable Long> product,
			@RequestParam List<@Nullable Integer> quantity, Model model, HttpServletResponse response) {
		Draft draft = Draft.of(customer, product, quantity);
		List<OrderRequest.Line> lines = draft.chosen();
		if (lines.isEmpty() || lines.stream().anyMatch((line) -> line.quantity() < 1 || line.quantity() > MOST)) {
			return again(draft, "Choose a product, and between 1 and " + MOST + " of it", HttpStatus.BAD_REQUEST, model,
					response);
		}
		try {
			return "redirect:/orders/" + this.orders.place(new OrderRequest(customer, lines));
		}
		catch (SoldOutException ex) {
			return again(draft, ex.getMessage(), HttpStatus.CONFLICT, model, response);
		}
		catch (InvalidOrderException ex) {
			return again(draft, ex.getMessage(), HttpStatus.BAD_REQUEST, model, response);
		}
	}

	private String again(Draft draft, @Nullable String problem, HttpStatus status, Model model,
			HttpServletResponse response) {
		response.setStatus(status.value());
		model.addAttribute("problem", problem);
		model.addAttribute("form", this.forms.fill(draft));
		return "order-new";
	}

	@GetMapping("/orders/{id}")
	String order(@PathVariable long id, Model model) {
		model.addAttribute("order", this.orders.get(id));
		return "order";
	}

}
