package shop.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form at the top of each page, which says who somebody is. */
@Controller
class UserController {

	@PostMapping("/user")
	String user(@RequestParam String name, @RequestParam(defaultValue = "/") String page,
			HttpServletResponse response) {
		String kept = name.strip();
		kept = kept.substring(0, Math.min(kept.length(), RequestUser.LENGTH));
		ResponseCookie cookie = ResponseCookie.from(RequestUser.COOKIE, URLEncoder.encode(kept, StandardCharsets.UTF_8))
			.path("/")
			.httpOnly(true)
			.sameSite("Lax")
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
		return "redirect:" + OwnAddress.or(page);
	}

}
