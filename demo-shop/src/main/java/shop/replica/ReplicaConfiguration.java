package shop.replica;

import dev.orm.boot.replicas.WatchedReplicas;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Starts the standby, and shows on each page how it is. */
@Configuration(proxyBeanMethods = false)
@Profile("replica")
class ReplicaConfiguration {

	@Bean
	static StandbyServer standbyServer(EmbeddedPostgres primary, @Value("${shop.standby-port}") int port) {
		return StandbyServer.of(primary, port);
	}

	@Bean
	WebMvcConfigurer replicaPanel(WatchedReplicas replicas, StandbyServer standby) {
		ReplicaPanel panel = new ReplicaPanel(replicas, standby);
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(panel).excludePathPatterns("/*.css", "/*.svg", "/error");
			}

		};
	}

}
