package dev.orm.boot.databases;

import dev.orm.execute.Databases;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

/**
 * {@link AutoConfiguration Auto-configuration} of the databases of {@code orm.databases}:
 * a data source, a transaction manager, a {@code JdbcClient} and atomic blocks of each
 * alias; nothing where the application defines {@link Databases} itself.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "orm.enabled", matchIfMissing = true)
@ConditionalOnClass(Databases.class)
@Conditional(OnDeclaredDatabases.class)
@ConditionalOnMissingBean(Databases.class)
@EnableConfigurationProperties(DatabasesProperties.class)
@Import(DatabaseRegistrar.class)
public final class OrmDataSourceAutoConfiguration {

}
