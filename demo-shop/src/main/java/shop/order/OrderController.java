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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages that take an order and show it. */
@Controller
class OrderController {

	private static final int MOST = 1000;

	private final Orders orders;

	private final OrderForms forms;

	private final OrderProgress progress;

	OrderController(Orders orders, OrderForms forms, OrderProgress progress) {
		this.orders = orders;
		this.forms = forms;
		this.progress = progress;
	}

	@GetMapping("/orders")
	String newest(@RequestParam(required = false) @Nullable OrderStatus status, Model model) {
		model.addAttribute("status", status);
		model.addAttribute("statuses", OrderStatus.values());
		model.addAttribute("orders", this.orders.newest(status));
		return "orders";
	}

	@GetMapping("/orders/new")
	String form(@RequestParam(required = false) @Nullable Long product, Model model) {
		model.addAttribute("form",
				this.forms.fill(Draft.of(null, (product != null) ? List.of(product) : List.of(), List.of())));
		return "order-new";
	}

	@PostMapping("/orders")
	String place(@RequestParam Long customer, @RequestParam List<@Nullable Long> product,
			@RequestParam List<@Nullable Integer> quantity, Model model, RedirectAttributes carried,
			HttpServletResponse response) {
		Draft draft = Draft.of(customer, product, quantity);
		List<OrderRequest.Line> lines = draft.chosen();
		if (lines.isEmpty() || lines.stream().anyMatch((line) -> line.quantity() < 1 || line.quantity() > MOST)) {
			return again(draft, "Choose a product, and between 1 and " + MOST + " of it", HttpStatus.BAD_REQUEST, model,
					response);
		}
		try {
			Long id = this.orders.place(new OrderRequest(customer, lines));
			carried.addFlashAttribute("done", "Thank you for your order.");
			return "redirect:/orders/" + id;
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
		model.addAttribute("statuses", OrderStatus.values());
		model.addAttribute("order", this.orders.get(id));
		return "order";
	}

	@PostMapping("/orders/{id}/status")
	String move(@PathVariable long id, @RequestParam OrderStatus status, Model model, HttpServletResponse response) {
		try {
			this.progress.move(id, status);
			return "redirect:/orders/" + id;
		}
		catch (InvalidOrderException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("problem", ex.getMessage());
			return order(id, model);
		}
	}

}
