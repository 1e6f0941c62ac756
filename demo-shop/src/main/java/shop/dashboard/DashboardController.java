package shop.dashboard;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The dashboard's page. */
@Controller
class DashboardController {

	private final Figures figures;

	DashboardController(Figures figures) {
		this.figures = figures;
	}

	@GetMapping("/dashboard")
	String dashboard(Model model) {
		model.addAttribute("dashboard", this.figures.dashboard());
		return "dashboard";
	}

}
