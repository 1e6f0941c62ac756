package shop.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around each page shows. */
@ControllerAdvice(annotations = Controller.class)
class EveryPage {

	/** Where the forms of the frame come back to. */
	@ModelAttribute("here")
	String here(HttpServletRequest request) {
		return OwnAddress.of(request);
	}

	/** Who somebody says to be; empty for nobody. */
	@ModelAttribute("user")
	String user(HttpServletRequest request) {
		return RequestUser.of(request).orElse("");
	}

}
