/** What the service tells an orchestrator: whether it can be sent requests, and whether a restart would help. */
package si.vpogled.web.health;
