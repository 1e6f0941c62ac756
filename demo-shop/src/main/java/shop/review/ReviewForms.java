package shop.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.choice.ChoiceOption;
import dev.orm.model.ForeignKey;
import shop.catalog.Product;
import shop.catalog.ProductManager;
import shop.customer.Customer;
import shop.form.FormPage;
import shop.form.FormPage.Words;
import shop.form.ModelForm;

import org.springframework.stereotype.Service;

import static shop.catalog.ProductPath.PRODUCT;
import static shop.customer.CustomerPath.CUSTOMER;
import static shop.review.ReviewPath.REVIEW;

/** Takes reviews from people. */
@Service
public class ReviewForms {

	private static final int STARS = 5;

	private final ProductManager products;

	private final ModelForm<Review> form;

	ReviewForms(Orm orm, Manager<Review> reviews, ProductManager products, Manager<Customer> customers) {
		this.products = products;
		this.form = ModelForm.of(orm, reviews, reviews.binder(REVIEW.customer, REVIEW.rating, REVIEW.comment))
			.choosing(REVIEW.customer,
					() -> customers.values(CUSTOMER.id, CUSTOMER.user().displayName).as(ChoiceOption::new));
	}

	/**
	 * Return the form of a review of a product.
	 * @param id the product's key
	 * @throws dev.orm.error.DoesNotExistException if it is not for sale
	 */
	FormPage of(long id) {
		Product product = product(id);
		Review review = of(product);
		review.setRating(STARS);
		return this.form.show(words(product), review);
	}

	Optional<FormPage> post(long id, Map<String, List<String>> given) {
		Product product = product(id);
		return this.form.submit(words(product), of(product), given);
	}

	private Product product(long id) {
		return this.products.active().get(PRODUCT.id.eq(id));
	}

	private static Review of(Product product) {
		Review review = new Review();
		review.setProduct(ForeignKey.to(product));
		return review;
	}

	private static Words words(Product product) {
		String page = "/products/" + product.getId();
		return new Words("Review " + product.getName(), page + "/reviews", "Post it", page, null);
	}

}
