package shop.dashboard;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dashboard as JSON. */
@RestController
class DashboardApi {

	private final Figures figures;

	DashboardApi(Figures figures) {
		this.figures = figures;
	}

	@GetMapping("/api/dashboard")
	Dashboard dashboard() {
		return this.figures.dashboard();
	}

}
