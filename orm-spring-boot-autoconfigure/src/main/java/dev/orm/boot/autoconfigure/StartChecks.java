package dev.orm.boot.autoconfigure;

import dev.orm.Orm;
import dev.orm.boot.actuate.StartFindings;
import dev.orm.boot.check.CheckedLookups;
import dev.orm.boot.check.CheckedModels;
import dev.orm.boot.tenancy.TenancyProperties;
import dev.orm.boot.transaction.CheckedPools;
import dev.orm.boot.transaction.UnreachableBlocks;
import dev.orm.execute.Databases;
import dev.orm.migration.apply.TenantSchemas;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Looks at blocks, pools and models once all beans are there. What is odd is told by
 * {@link StartFindings}; what cannot work ends the start.
 *
 * @param beans the beans
 * @param wanted what is looked for in models
 * @param policies what it means that policies do not keep tenants apart
 */
record StartChecks(ConfigurableListableBeanFactory beans, OrmProperties.Checks wanted,
		TenancyProperties.Policies policies) implements SmartInitializingSingleton {

	@Override
	public void afterSingletonsInstantiated() {
		StartFindings findings = this.beans.getBean(StartFindings.class);
		new UnreachableBlocks(this.beans, findings).look();
		new CheckedPools(findings).look(this.beans.getBean(Databases.class));
		TenantSchemas schemas = this.beans.getBeanProvider(TenantSchemas.class).getIfAvailable();
		new CheckedModels(this.wanted.mode(), this.wanted.silence(), this.wanted.database(), this.policies, schemas,
				findings)
			.look(this.beans.getBean(Orm.class), new CheckedLookups(this.beans));
	}

}
