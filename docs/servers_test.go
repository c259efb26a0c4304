package docs

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mappe/generator/testtool"
)

// place is where a site is served from.
type place struct {
	// folder holds the site, built for an address with the path.
	folder, path string
}

// above is the folder in which the path begins.
func (p place) above() string {
	return strings.TrimSuffix(filepath.ToSlash(p.folder), strings.TrimSuffix(p.path, "/"))
}

// server is where a web server's program is, which may be where only administrators look.
func server(t *testing.T, name string) string {
	t.Helper()
	return testtool.Path(t, "make tools installs it", name, "/usr/sbin/"+name)
}

// openFolder is a folder that the account can read under which a server started by root serves files.
func openFolder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for _, part := range []string{folder, filepath.Dir(folder)} {
		if err := os.Chmod(part, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// freePort is an address on the loopback that nobody listens on.
func freePort(t *testing.T) (host, port string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	host, port, err = net.SplitHostPort(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return host, port
}

// run starts a server and waits until it answers or has given up. It ends with the test.
func run(t *testing.T, address string, log func() string, name string, args ...string) {
	t.Helper()
	home := t.TempDir()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_DATA_HOME="+home, "XDG_CONFIG_HOME="+home)
	var out strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	gone := make(chan error, 1)
	go func() { gone <- cmd.Wait() }()
	t.Cleanup(func() {
		cmd.Process.Kill()
		<-gone
	})
	for {
		if connection, err := net.Dial("tcp", address); err == nil {
			connection.Close()
			return
		}
		select {
		case err := <-gone:
			gone <- err
			t.Fatalf("%s ended: %v\n%s%s", name, err, out.String(), log())
		case <-time.After(10 * time.Millisecond):
		}
	}
}

func noLog() string { return "" }

// nginx serves a place by the settings in publish.md.
func nginx(t *testing.T, p place) string {
	program := server(t, "nginx")
	folder := openFolder(t)
	host, port := freePort(t)
	site := swap(t, theBlock(t, "publish.md", "nginx"),
		"listen 80;", "listen "+host+":"+port+";", "    listen [::]:80;\n", "",
		"location / {", "location "+p.path+" {", "/404.html", p.path+"404.html", "root /srv/www/angebote;", "root "+p.above()+";")
	writeFile(t, filepath.Join(folder, "nginx.conf"), `load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off;
master_process off;
error_log stderr;
pid `+folder+`/pid;
events {}
http {
access_log off;
client_body_temp_path `+folder+`/body;
proxy_temp_path `+folder+`/proxy;
fastcgi_temp_path `+folder+`/fastcgi;
uwsgi_temp_path `+folder+`/uwsgi;
scgi_temp_path `+folder+`/scgi;
`+site+"}\n")
	run(t, host+":"+port, noLog, program, "-e", "stderr", "-p", folder, "-c", filepath.Join(folder, "nginx.conf"))
	return "http://" + host + ":" + port + p.path
}

// caddy serves a place by the settings in publish.md, without certificate.
func caddy(t *testing.T, p place) string {
	program := server(t, "caddy")
	folder := openFolder(t)
	host, port := freePort(t)
	address := "http://" + host + ":" + port
	site := swap(t, theBlock(t, "publish.md", "caddy"),
		"angebote.example.org {", address+" {", "rewrite * /404.html", "rewrite * "+p.path+"404.html", "root * /srv/www/angebote", "root * "+p.above())
	writeFile(t, filepath.Join(folder, "Caddyfile"), "{\n\tadmin off\n\tauto_https off\n}\n\n"+site)
	run(t, host+":"+port, noLog, program, "run", "--adapter", "caddyfile", "--config", filepath.Join(folder, "Caddyfile"))
	return address + p.path
}

// apache serves a place by its own .htaccess, which the settings in publish.md allow. What Debian sets for the whole server is set here too, where
// it could do harm.
func apache(t *testing.T, p place) string { return apacheBelow(t, p, p.above(), "") }

// apacheAlias serves a place that lies elsewhere than its address says.
func apacheAlias(t *testing.T, p place) string {
	return apacheBelow(t, p, openFolder(t), "Alias "+p.path+" "+p.folder+"/")
}

func apacheBelow(t *testing.T, p place, root, more string) string {
	program := server(t, "apache2")
	folder := openFolder(t)
	host, port := freePort(t)
	var conf strings.Builder
	for _, module := range []string{"mpm_event", "authz_core", "mime", "dir", "alias", "autoindex", "negotiation", "filter", "deflate", "brotli", "headers", "rewrite"} {
		conf.WriteString("LoadModule " + module + "_module /usr/lib/apache2/modules/mod_" + module + ".so\n")
	}
	writeFile(t, filepath.Join(folder, "types"), "application/gzip gz\napplication/javascript js\n")
	conf.WriteString("ServerName angebote.example.org\nListen " + host + ":" + port + "\nServerRoot " + folder + "\nPidFile pid\nMutex file:" + folder + "\nErrorLog errors\n" +
		"User www-data\nGroup www-data\nTypesConfig types\nAddLanguage br .br\nAddEncoding x-gzip .gz\nAddOutputFilterByType DEFLATE text/html text/css\n" +
		"DocumentRoot " + root + "\n" + more + "\n<Directory />\nOptions FollowSymLinks Indexes\nAllowOverride None\nRequire all denied\n</Directory>\n")
	conf.WriteString(swap(t, theBlock(t, "publish.md", "apache"), "/srv/www/angebote", p.folder, "Options FollowSymLinks", "Options FollowSymLinks Indexes"))
	writeFile(t, filepath.Join(folder, "httpd.conf"), conf.String())
	log := func() string { text, _ := os.ReadFile(filepath.Join(folder, "errors")); return string(text) }
	run(t, host+":"+port, log, program, "-X", "-d", folder, "-f", filepath.Join(folder, "httpd.conf"))
	return "http://" + host + ":" + port + p.path
}
