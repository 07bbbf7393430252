<?xml version="1.0" encoding="utf-8"?>
<!--
  Makes the views of what was read from several spaces: the tables of BacklogPS.format.ps1xml that have no column for the
  space, with a heading for each space.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" indent="yes" encoding="utf-8" />

  <xsl:template match="/Configuration">
    <Configuration>
      <ViewDefinitions>
        <xsl:apply-templates select="ViewDefinitions/View[TableControl and not(.//ScriptBlock[contains(., '$_.Space)')])]" />
      </ViewDefinitions>
    </Configuration>
  </xsl:template>

  <xsl:template match="ViewSelectedBy">
    <ViewSelectedBy><TypeName><xsl:value-of select="TypeName" />#AmongSpaces</TypeName></ViewSelectedBy>
    <GroupBy>
      <ScriptBlock>[BacklogPS.Shown]::Of($_.Space)</ScriptBlock>
      <Label>Space</Label>
    </GroupBy>
  </xsl:template>

  <xsl:template match="@*|node()">
    <xsl:copy><xsl:apply-templates select="@*|node()" /></xsl:copy>
  </xsl:template>
</xsl:stylesheet>
