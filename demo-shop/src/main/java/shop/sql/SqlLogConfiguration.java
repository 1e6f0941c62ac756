package shop.sql;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the SQL log around every request but those for static files. */
@Configuration(proxyBeanMethods = false)
class SqlLogConfiguration implements WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new SqlLogInterceptor()).excludePathPatterns("/*.css", "/*.svg", "/error");
	}

}
