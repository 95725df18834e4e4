/** Hosting: the control panel's MariaDB, and the servers' files over SFTP. */
package si.vpogled.demo.backend.hosting;
