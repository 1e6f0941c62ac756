package shop.supplier;

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

/** The page that changes a supplier. */
@Controller
class SupplierController {

	private final SupplierForms forms;

	SupplierController(SupplierForms forms) {
		this.forms = forms;
	}

	@GetMapping("/suppliers/{id}/edit")
	String form(@PathVariable long id, Model model) {
		model.addAttribute("form", this.forms.get(id));
		return "form";
	}

	@PostMapping("/suppliers/{id}")
	ModelAndView change(@PathVariable long id, @RequestParam MultiValueMap<String, String> given,
			RedirectAttributes carried) {
		return FormAnswer.of(this.forms.change(id, given), "/suppliers/" + id + "/edit", carried);
	}

}
