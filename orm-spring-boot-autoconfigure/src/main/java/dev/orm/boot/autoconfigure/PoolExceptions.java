package dev.orm.boot.autoconfigure;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.execute.FeatureRefusalOverride;

import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Keeps a pool from throwing away a connection, and the transaction on it, for a
 * statement that the server refused as unsupported; unless the application decided about
 * exceptions.
 */
final class PoolExceptions implements BeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof HikariDataSource pool && !pool.isRunning() && pool.getExceptionOverride() == null
				&& pool.getExceptionOverrideClassName() == null) {
			pool.setExceptionOverride(new FeatureRefusalOverride());
		}
		return bean;
	}

}
