package dev.orm.benchmark.contender.jpa;

import java.util.Map;
import javax.sql.DataSource;

import dev.orm.benchmark.contender.CustomerEntity;
import dev.orm.benchmark.contender.ItemEntity;
import dev.orm.benchmark.contender.OrderEntity;
import dev.orm.benchmark.contender.RegionEntity;
import dev.orm.benchmark.contender.SkuItemEntity;
import jakarta.persistence.EntityManagerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** What Spring Boot would configure, on a given data source. */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(basePackageClasses = OrderRepository.class, repositoryImplementationPostfix = "Fragment")
@EnableTransactionManagement
public class JpaApplication {

	@Bean
	LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
		LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
		factory.setDataSource(dataSource);
		factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
		factory.setManagedTypes(PersistenceManagedTypes.of(RegionEntity.class.getName(), CustomerEntity.class.getName(),
				OrderEntity.class.getName(), ItemEntity.class.getName(), SkuItemEntity.class.getName()));
		factory.setJpaPropertyMap(Map.of("hibernate.jdbc.batch_size", 1000, "hibernate.order_inserts", true,
				"hibernate.order_updates", true, "hibernate.default_batch_fetch_size", 100));
		return factory;
	}

	@Bean
	JpaTransactionManager transactionManager(EntityManagerFactory factory) {
		return new JpaTransactionManager(factory);
	}

}
