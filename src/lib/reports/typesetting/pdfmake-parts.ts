// The classes of pdfmake that are patched or used directly, whichever way the loader hands them over.
import docMeasure from 'pdfmake/js/DocMeasure.js';
import elementWriter from 'pdfmake/js/ElementWriter.js';
import layoutBuilder from 'pdfmake/js/LayoutBuilder.js';
import line from 'pdfmake/js/Line.js';
import pageElementWriter from 'pdfmake/js/PageElementWriter.js';
import pdfDocument from 'pdfmake/js/PDFDocument.js';
import printer from 'pdfmake/js/Printer.js';
import qrEncoder from 'pdfmake/js/qrEnc.js';
import renderer from 'pdfmake/js/Renderer.js';
import styleContextStack from 'pdfmake/js/StyleContextStack.js';
import svgMeasure from 'pdfmake/js/SVGMeasure.js';
import textInlines from 'pdfmake/js/TextInlines.js';

export const DocMeasure = 'default' in docMeasure ? docMeasure.default : docMeasure;
export const ElementWriter = 'default' in elementWriter ? elementWriter.default : elementWriter;
export const LayoutBuilder = 'default' in layoutBuilder ? layoutBuilder.default : layoutBuilder;
export const LineOfText = 'default' in line ? line.default : line;
export const PageElementWriter = 'default' in pageElementWriter ? pageElementWriter.default : pageElementWriter;
export const PDFDocument = 'default' in pdfDocument ? pdfDocument.default : pdfDocument;
export const Printer = 'default' in printer ? printer.default : printer;
export const Renderer = 'default' in renderer ? renderer.default : renderer;
export const StyleContextStack = 'default' in styleContextStack ? styleContextStack.default : styleContextStack;
export const SVGMeasure = 'default' in svgMeasure ? svgMeasure.default : svgMeasure;
export const TextInlines = 'default' in textInlines ? textInlines.default : textInlines;
export const { measure: encodeQr } = 'default' in qrEncoder ? qrEncoder.default : qrEncoder;
