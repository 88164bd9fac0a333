// Package xmlscan reads XML token by token within limits: so many elements, so
// deep, no document type definition and so no entities but the five of XML
// itself. Nothing outside the bytes at hand is ever looked at.
package xmlscan
