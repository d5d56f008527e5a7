import "./css/page.css";
