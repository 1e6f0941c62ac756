package dev.orm.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import dev.orm.Orm;
import dev.orm.OrmBuilder;
import dev.orm.acceptance.shop.Agent;
import dev.orm.acceptance.shop.Article;
import dev.orm.acceptance.shop.Book;
import dev.orm.acceptance.shop.Carrier;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.City;
import dev.orm.acceptance.shop.Comment;
import dev.orm.acceptance.shop.Company;
import dev.orm.acceptance.shop.Content;
import dev.orm.acceptance.shop.Country;
import dev.orm.acceptance.shop.Course;
import dev.orm.acceptance.shop.Customer;
import dev.orm.acceptance.shop.Department;
import dev.orm.acceptance.shop.Depot;
import dev.orm.acceptance.shop.Employee;
import dev.orm.acceptance.shop.Enrollment;
import dev.orm.acceptance.shop.Event;
import dev.orm.acceptance.shop.Imprint;
import dev.orm.acceptance.shop.Loan;
import dev.orm.acceptance.shop.Order;
import dev.orm.acceptance.shop.OrderItem;
import dev.orm.acceptance.shop.Page;
import dev.orm.acceptance.shop.Post;
import dev.orm.acceptance.shop.PremiumProduct;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.ProductMeta;
import dev.orm.acceptance.shop.Publisher;
import dev.orm.acceptance.shop.Review;
import dev.orm.acceptance.shop.Seat;
import dev.orm.acceptance.shop.Shipment;
import dev.orm.acceptance.shop.Student;
import dev.orm.acceptance.shop.Supplier;
import dev.orm.acceptance.shop.Tag;
import dev.orm.acceptance.shop.Task;
import dev.orm.acceptance.shop.Ticket;
import dev.orm.acceptance.shop.User;
import dev.orm.acceptance.shop.Video;
import dev.orm.execute.Database;
import dev.orm.model.Model;

/** The shop of the acceptance cases, with its rows, for tests of the query language. */
public final class Shop {

	private static final List<Class<? extends Model>> MODELS = List.of(Agent.class, Article.class, Book.class,
			Carrier.class, Category.class, City.class, Comment.class, Company.class, Content.class, Country.class,
			Course.class, Customer.class, Department.class, Depot.class, Employee.class, Enrollment.class, Event.class,
			Imprint.class, Loan.class, Order.class, OrderItem.class, Page.class, Post.class, PremiumProduct.class,
			Product.class, ProductMeta.class, Publisher.class, Review.class, Seat.class, Shipment.class, Student.class,
			Supplier.class, Tag.class, Task.class, Ticket.class, User.class, Video.class);

	private Shop() {
	}

	/**
	 * Create a database with the schema and the rows.
	 * @return the database
	 */
	public static TestDatabase database() {
		return TestDatabase.create(text("/acceptance/schema.sql"), text("/acceptance/data.sql"));
	}

	/**
	 * Open the shop's models on a database.
	 * @param database the database
	 * @return the front door
	 */
	public static Orm orm(TestDatabase database) {
		return builder(database).build();
	}

	/**
	 * Start to build the shop's front door, for tests that add to it.
	 * @param database the database
	 * @return a builder
	 */
	public static OrmBuilder builder(TestDatabase database) {
		return Orm.builder().dataSource(database.dataSource()).models(MODELS);
	}

	/**
	 * Start to build the shop's front door on other connections.
	 * @param databases the databases
	 * @return a builder
	 */
	public static OrmBuilder builder(Database... databases) {
		OrmBuilder builder = Orm.builder().models(MODELS);
		Arrays.asList(databases).forEach(builder::database);
		return builder;
	}

	/**
	 * Return what makes the schema and the rows, for a server of a test's own.
	 * @return the statements
	 */
	public static String[] statements() {
		return new String[] { text("/acceptance/schema.sql"), text("/acceptance/data.sql") };
	}

	private static String text(String resource) {
		try (InputStream in = Shop.class.getResourceAsStream(resource)) {
			return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
