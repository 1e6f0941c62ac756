package dev.orm.boot.autoconfigure;

// tag::access[]
import dev.orm.automatic.CurrentUser;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

@Component
class AccessLog implements QueryListener {

	private static final Logger log = LoggerFactory.getLogger("shop.access");

	private final CurrentUser user;

	AccessLog(CurrentUser user) {
		this.user = user;
	}

	@Override
	public void onQuery(QueryEvent event) {
		log.info("{} {} {} on {}, {} rows", this.user.get().map(String::valueOf).orElse("nobody"), event.operation(),
				event.collection(), event.database(), event.rows());
	}

}
// end::access[]
