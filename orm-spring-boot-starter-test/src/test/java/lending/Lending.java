package lending;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

// tag::application[]
@SpringBootApplication
public class Lending {

	public static void main(String[] args) {
		SpringApplication.run(Lending.class, args);
	}

}
// end::application[]
