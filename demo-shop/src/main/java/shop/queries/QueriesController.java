package shop.queries;

import dev.orm.boot.actuate.OrmQueriesEndpoint;
import dev.orm.boot.actuate.OrmRequestsEndpoint;
import dev.orm.observe.StatementStatistics.Order;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that shows what the endpoints tell of the shop's statements. */
@Controller
class QueriesController {

	private static final int MOST = 15;

	private final Meters meters;

	private final OrmQueriesEndpoint queries;

	private final OrmRequestsEndpoint requests;

	private final Mistakes mistakes;

	QueriesController(Meters meters, OrmQueriesEndpoint queries, OrmRequestsEndpoint requests, Mistakes mistakes) {
		this.meters = meters;
		this.queries = queries;
		this.requests = requests;
		this.mistakes = mistakes;
	}

	@GetMapping("/queries")
	String queries(@RequestParam(defaultValue = "TOTAL") Order sort, Model model) {
		model.addAttribute("sort", sort);
		model.addAttribute("sorts", Order.values());
		model.addAttribute("queries", this.queries.queries(sort.name(), MOST, null));
		model.addAttribute("requests", this.requests.requests().requests().stream().limit(MOST).toList());
		model.addAttribute("meters", this.meters.figures());
		return "queries";
	}

	@PostMapping("/queries/one-by-one")
	String oneByOne() {
		this.mistakes.oneByOne();
		return "redirect:/queries";
	}

	@PostMapping("/queries/slow")
	String slow() {
		this.mistakes.slow();
		return "redirect:/queries";
	}

	@PostMapping("/queries/reset")
	String reset() {
		this.queries.reset();
		return "redirect:/queries";
	}

}
