{{- define "matiane.labels" -}}
app.kubernetes.io/name: matiane
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
