package shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the shop.
 */
@SpringBootApplication
public class DemoShopApplication {

	public static void main(String[] arguments) {
		SpringApplication.run(DemoShopApplication.class, arguments);
	}

}
