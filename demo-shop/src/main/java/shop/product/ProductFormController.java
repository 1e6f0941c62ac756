package shop.product;

import dev.orm.error.ProtectedException;
import shop.form.FormAnswer;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages that add, change and delete products. */
@Controller
class ProductFormController {

	private final ProductForms forms;

	ProductFormController(ProductForms forms) {
		this.forms = forms;
	}

	@GetMapping("/products/new")
	String blank(Model model) {
		model.addAttribute("form", this.forms.blank());
		return "form";
	}

	@PostMapping("/products")
	ModelAndView add(@RequestParam MultiValueMap<String, String> given, RedirectAttributes carried) {
		return FormAnswer.of(this.forms.add(given), "/?sort=newest", carried);
	}

	@GetMapping("/products/{id}/edit")
	String form(@PathVariable long id, Model model) {
		model.addAttribute("form", this.forms.get(id));
		return "form";
	}

	@PostMapping("/products/{id}")
	ModelAndView change(@PathVariable long id, @RequestParam MultiValueMap<String, String> given,
			RedirectAttributes carried) {
		return FormAnswer.of(this.forms.change(id, given), "/products/" + id + "/edit", carried);
	}

	@PostMapping("/products/{id}/delete")
	ModelAndView delete(@PathVariable long id, RedirectAttributes carried) {
		try {
			this.forms.delete(id);
		}
		catch (ProtectedException ex) {
			String problem = "It was ordered %d times. Take it off sale instead.".formatted(ex.objects().size());
			return FormAnswer.again(this.forms.get(id).with(problem), HttpStatus.CONFLICT);
		}
		carried.addFlashAttribute("done", "The product is gone, with its reviews and comments.");
		return new ModelAndView("redirect:/");
	}

}
