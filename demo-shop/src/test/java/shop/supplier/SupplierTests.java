package shop.supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.ShopTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@ShopTest
class SupplierTests {

	@Autowired
	private MockMvcTester mvc;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			email  | nowhere                  | must be a well-formed email address
			email  | info@fashionhub.com      | Supplier with this E-mail address already exists.
			rating | 5.1                      | A rating is between 0 and 5.
			phone  | 123456789012345678901    | Ensure this value has at most 20 characters (it has 21).""")
	void whatTheModelRefusesIsSaidBesideTheField(String field, String value, String problem) {
		assertThat(this.mvc.post().uri("/suppliers/1").param("name", "TechCorp").param(field, value)).hasStatus(400)
			.bodyText()
			.contains("id=\"" + field + "-wrong\">" + problem, "value=\"" + value + "\"");
	}

	@Test
	void aSupplierIsChanged() {
		assertThat(this.mvc.post().uri("/suppliers/1").param("phone", "12")).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/suppliers/1/edit")).hasStatusOk()
			.bodyText()
			.contains("value=\"12\"", "E-mail address");
		assertThat(this.mvc.get().uri("/suppliers/99/edit")).hasStatus(404);
	}

}
