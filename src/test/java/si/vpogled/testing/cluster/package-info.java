/** A cluster for tests: an API server that holds what it is given, and a kubelet that starts jobs as processes here. */
package si.vpogled.testing.cluster;
