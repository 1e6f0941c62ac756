package shop.web;

import java.net.URI;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.ShopTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** What nobody should send is answered as the caller's mistake. */
@ShopTest
class BadInputTests {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@ValueSource(strings = { "/?page=abc", "/?page=-1", "/?page=99999999999", "/?minPrice=1e999999999",
			"/?minPrice=1e-999999999", "/?page=x&minPrice=1e999999999", "/?q=%00", "/products/abc",
			"/products/99999999999999999999", "/products/1/history?on=yesterday",
			"/products/1/history?on=%2B999999999-12-31", "/products/1/history?on=-4800-01-01", "/orders?status=lost",
			"/orders/new?product=x", "/queries?sort=x" })
	void anAddressThatMakesNoSenseIsABadRequest(String address) {
		assertThat(this.mvc.get().uri(URI.create(address))).hasStatus(400);
	}

	@ParameterizedTest
	@CsvSource({ "/orders, customer=1&product=&quantity=1", "/orders, customer=999&product=1&quantity=1",
			"/orders, customer=1&product=1&quantity=2000000000", "/orders, ''", "/comments, on=ORDER",
			"/comments, on=PRODUCT&number=1&author=a&text=%00", "/orders/1/status, status=lost",
			"/products/2/reviews, customer=1&rating=6&comment=", "/products/1, name=%00" })
	void aFormThatMakesNoSenseIsABadRequest(String address, String content) {
		assertThat(this.mvc.post().uri(address).contentType(MediaType.APPLICATION_FORM_URLENCODED).content(content))
			.hasStatus(400);
	}

	@Test
	void aValueThatNoColumnHoldsIsAProblemInJson() {
		assertThat(this.mvc.get().uri(URI.create("/api/products?q=%00"))).hasStatus(400)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void whoSomebodyIsStaysKnownOnTheWayBack() {
		Cookie user = this.mvc.post()
			.uri("/user")
			.param("name", "Änn; x")
			.param("page", "/orders?status=SHIPPED")
			.exchange()
			.getResponse()
			.getCookie(RequestUser.COOKIE);
		assertThat(user).isNotNull();
		assertThat(this.mvc.get().uri("/orders").cookie(user)).bodyText().contains("value=\"Änn; x\"");
		assertThat(this.mvc.get().uri("/orders").cookie(new Cookie(RequestUser.COOKIE, "%zz"))).hasStatusOk();
		assertThat(this.mvc.get().uri("/orders").cookie(new Cookie(RequestUser.COOKIE, "%00"))).hasStatusOk();
	}

	@ParameterizedTest
	@CsvSource({ "/orders?status=SHIPPED, /orders?status=SHIPPED", "//evil.example, /", "https://evil.example, /",
			"/\\evil.example, /", "/{a}, /", "'', /" })
	void theWayBackLeadsNowhereElse(String page, String redirect) {
		assertThat(this.mvc.post().uri("/user").param("name", "ann").param("page", page)).hasStatus(302)
			.hasRedirectedUrl(redirect);
	}

}
