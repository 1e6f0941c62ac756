package dev.orm.boot.autoconfigure;

// tag::two-databases[]
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TwoDatabases {

	@Bean
	@ConfigurationProperties("shop.datasource.main") // jdbc-url, username, password …
	HikariDataSource main() {
		return new HikariDataSource();
	}

	@Bean
	@ConfigurationProperties("shop.datasource.archive")
	HikariDataSource archive() {
		return new HikariDataSource();
	}

	@Bean
	Databases databases(@Qualifier("main") HikariDataSource main, @Qualifier("archive") HikariDataSource archive) {
		return Databases.of(Database.of(Database.DEFAULT, main), Database.of("archive", archive));
	}

}
// end::two-databases[]
